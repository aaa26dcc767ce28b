using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Nabij.Tests.Kernel.Ui;

/// <summary>One component, drawn as a page would draw it.</summary>
internal static class Rendering
{
    public const string Page = "/stede-broec/hulp-vragen?stap=2";

    public static async Task<IElement> Of<TComponent>(object parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection()
            .AddSingleton<NavigationManager>(new Address(Page))
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var values = parameters.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(parameters));
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(values))).ToHtmlString()
        );
        return new HtmlParser().ParseDocument(html).Body!;
    }

    private sealed class Address : NavigationManager
    {
        public Address(string page) => Initialize("https://nabij.test/", "https://nabij.test" + page);
    }
}
