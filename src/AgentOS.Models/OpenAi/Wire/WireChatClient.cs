using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;

namespace AgentOS.Models.OpenAi.Wire;

/// <summary>The package's client on a pipeline of our own.</summary>
internal sealed class WireChatClient(OpenAiSettings settings, WireTransport transport) : ChatClient(
    ClientPipeline.Create(new ClientPipelineOptions { Transport = transport }, [new SendDirectly(transport)], [], []),
    settings.Model,
    new OpenAIClientOptions { Endpoint = settings.BaseAddress });
