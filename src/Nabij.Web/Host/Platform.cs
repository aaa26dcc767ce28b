using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Nabij.Kernel;
using Nabij.Kernel.Data;
using Nabij.Kernel.Identity;
using Nabij.Kernel.Modules;
using Nabij.Kernel.Tenancy;
using Nabij.Kernel.Languages;
using Quartz;

namespace Nabij.Host;

/// <summary>The platform in one breath: machinery, then the list of modules.</summary>
public static class Platform
{
    private const string DefaultConnection = "Data Source=nabij.db";

    /// <param name="builder">The web application that becomes Nabij.</param>
    /// <param name="morePages">Assemblies with pages and texts of their own, such as the demo's.</param>
    public static void AddNabij(this WebApplicationBuilder builder, params Assembly[] morePages)
    {
        var connection = builder.Configuration.GetConnectionString("Nabij") ?? DefaultConnection;

        builder.Services.AddKernel(connection);
        builder.Services.AddSingleton(new PageAssemblies(morePages));
        builder.Services.AddSingleton(new TextCatalogue([typeof(Platform).Assembly, .. morePages]));
        builder.Services.AddRazorComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.AddWebSecurity();
        builder.AddTelemetry();
        builder.Services.AddQuartz(jobs =>
        {
            jobs.StoreJobs(connection);
            jobs.AddKernelJobs();
            ModuleList.AddTo(builder.Services, jobs);
        });
        builder.Services.AddQuartzHostedService(jobs => jobs.WaitForJobsToComplete = true);
    }

    public static void UseNabij(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseQueryCount();
        app.UseExceptionHandler("/fout/500", createScopeForErrors: true);
        app.UseStaticFiles(Assets.CachedForever);
        app.UseMiddleware<CommunityInPath>();
        app.UseStatusCodePagesWithReExecute("/fout/{0}", createScopeForStatusCodePages: true);
        app.Use(ReadableRequests.ReadErrorPage);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseMiddleware<ReadableRequests>();
        app.UseAuthentication();
        app.UseMiddleware<PersonOfSession>();
        app.UseMiddleware<PagesNeedTheirCommunity>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorComponents<App>().AddAdditionalAssemblies(app.Services.GetRequiredService<PageAssemblies>().More);
        app.MapHostEndpoints();
        ModuleList.MapEndpoints(app);
    }
}

/// <summary>Where else pages are found.</summary>
public sealed record PageAssemblies(Assembly[] More);
