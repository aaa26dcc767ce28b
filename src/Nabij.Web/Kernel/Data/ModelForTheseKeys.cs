using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Nabij.Kernel.Data;

/// <summary>The model holds the converters that encrypt, so two hosts with other keys must not share it.</summary>
public sealed class ModelForTheseKeys : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (((NabijDb)context).Sensitive, designTime);
}
