using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AgentOS.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Runtime.Catalog;

/// <summary>Runs one tool class. Everything that needs reflection is done when it is created.</summary>
internal sealed class ToolInvoker<TTool, TInput, TView> : IToolInvoker
    where TTool : class, ITool<TInput, TView>
    where TInput : notnull
    where TView : notnull
{
    private readonly ObjectFactory<TTool> create = ActivatorUtilities.CreateFactory<TTool>([]);
    private readonly JsonTypeInfo<TInput> input = (JsonTypeInfo<TInput>)ToolJson.Options.GetTypeInfo(typeof(TInput));
    private readonly JsonTypeInfo<TView> view = (JsonTypeInfo<TView>)ToolJson.Options.GetTypeInfo(typeof(TView));

    public object Bind(JsonElement arguments) =>
        arguments.Deserialize(input) ?? throw new JsonException("The arguments are null; they must be an object.");

    public ValueTask<object> RunAsync(IServiceProvider services, object input, ToolContext context, CancellationToken cancel)
    {
        var running = create(services, []).RunAsync((TInput)input, context, cancel);
        return running.IsCompletedSuccessfully ? new ValueTask<object>(running.Result) : Await(running);
    }

    public JsonElement Serialize(object view) => JsonSerializer.SerializeToElement((TView)view, this.view);

    private static async ValueTask<object> Await(ValueTask<TView> running) => await running;
}
