using System.ClientModel.Primitives;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>Takes the place of the package's retries: whether to ask again, and whom, is the fallback chain's decision.</summary>
internal sealed class NoRetries : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNext(message, pipeline, currentIndex);

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNextAsync(message, pipeline, currentIndex);
}

/// <summary>Ends the pipeline before the transport's own wrapping begins.</summary>
internal sealed class SendDirectly(WireTransport transport) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => ProcessNext(message, pipeline, currentIndex);

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => transport.SendAsync(message);
}
