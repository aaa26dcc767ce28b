using System.Data.Common;
using Nabij.Kernel.Tenancy;

namespace Nabij.Kernel.Data;

/// <summary>
/// Tells PostgreSQL which community this connection works for, so that its row-level security lets through no other
/// rows, whatever the query asks. See <see cref="RowLevelSecurity"/>.
/// </summary>
public sealed class CommunityOnConnection(CurrentCommunity community) : OnConnection
{
    internal const string Setting = "nabij.community";

    protected override DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"select set_config('{Setting}', @community, false)";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("community", community.IdOrNone.Value.ToString());
        command.Parameters.Add(parameter);
        return command;
    }
}
