using Microsoft.EntityFrameworkCore;
using Nabij.Kernel.Data;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Nabij.Host;

/// <summary>
/// Traces and metrics by OpenTelemetry, sent by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. ASP.NET Core and Npgsql
/// report by themselves; <see cref="NabijMeter"/> adds ours.
/// </summary>
public static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
            return;

        builder.Services.AddHostedService<Exporting>();
    }

    /// <summary>Counts the SQL commands of each request and reports them with the pattern of its address, never the address.</summary>
    public static void UseQueryCount(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                var tally = QueryCounter.Start();
                await next(http);
                var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
                NabijMeter.Queries.Record(tally.Queries, new KeyValuePair<string, object?>("route", route));
            }
        );

    private sealed class Exporting : IHostedService, IDisposable
    {
        private TracerProvider? traces;
        private MeterProvider? metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            traces = Sdk.CreateTracerProviderBuilder().AddSource("Microsoft.AspNetCore", "Npgsql", "Nabij").AddOtlpExporter().Build();
            metrics = Sdk.CreateMeterProviderBuilder()
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", NabijMeter.Name)
                .AddOtlpExporter()
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces?.ForceFlush();
            metrics?.ForceFlush();
            return Task.CompletedTask;
        }

        public void Dispose()
        {
            traces?.Dispose();
            metrics?.Dispose();
        }
    }
}
