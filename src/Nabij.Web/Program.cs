using Nabij.Host;

var builder = WebApplication.CreateBuilder(args);
builder.AddNabij();

var app = builder.Build();
app.UseNabij();

return await app.RunVerbAsync(args);

public partial class Program;
