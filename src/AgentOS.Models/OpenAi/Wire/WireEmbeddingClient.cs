using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Embeddings;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>The package's client of embeddings on a pipeline of our own.</summary>
internal sealed class WireEmbeddingClient(OpenAiEmbeddingSettings settings, WireTransport transport) : EmbeddingClient(
    ClientPipeline.Create(new ClientPipelineOptions { Transport = transport }, [new SendDirectly(transport)], [], []),
    settings.Model,
    new OpenAIClientOptions { Endpoint = settings.BaseAddress });
