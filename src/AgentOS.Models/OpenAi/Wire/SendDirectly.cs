using System.ClientModel.Primitives;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>
/// The first and last of the pipeline's policies. Retries, whom to ask next and deadlines are the fallback chain's
/// decisions, and each policy between would cost every request an asynchronous step.
/// </summary>
internal sealed class SendDirectly(WireTransport transport) : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => throw new NotSupportedException("Models are asked asynchronously only.");

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) => transport.SendAsync(message);
}
