using System.Text.Json;
using AgentOS.Identity;
using AgentOS.Runtime.Loop;
using AgentOS.Runtime.Turns;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Runtime.Tests.Turns;

/// <summary>A desk with one agent, or a router and a desk, over tools that only count.</summary>
internal sealed class TurnFixture : IAgentDirectory
{
    private static readonly JsonElement Schema = JsonDocument.Parse("""{"type":"object","properties":{"item":{"type":"string"}},"required":["item"],"additionalProperties":false}""").RootElement;

    public static readonly ToolDescriptor Look = Tool("orders.look", Effect.Read, confirm: false);
    public static readonly ToolDescriptor Note = Tool("orders.note", Effect.Write, confirm: false);
    public static readonly ToolDescriptor Place = Tool("orders.place", Effect.Write, confirm: true);

    private readonly ToolLoopOptions limits;
    private readonly Dictionary<string, AgentSpec> agents = new(StringComparer.Ordinal);

    public TurnFixture(ScriptedModel model, MemoryJournal? journal = null, CountingPipeline? pipeline = null, bool router = false, ToolLoopOptions? limits = null)
    {
        this.limits = limits ?? new ToolLoopOptions { RepeatedWrites = RepeatedWrite.Confirm };
        Journal = journal ?? new MemoryJournal();
        Pipeline = pipeline ?? new CountingPipeline(Journal);
        agents["desk"] = Spec("desk", model, [new CatalogFunction(Look), new CatalogFunction(Note), new CatalogFunction(Place)]);
        if (router) agents["router"] = Spec("router", model, [new AgentHandOff("desk", "Orders", ["orders.look", "orders.note", "orders.place"])]);
        Entry = agents[router ? "router" : "desk"];
        Conversations = new Conversations(Journal, Pipeline, Pipeline, this, TimeProvider.System, NullLogger<Conversations>.Instance);
    }

    public static Principal Sara { get; } = new(
        new Tenant(Guid.Parse("00000000-0000-7000-8000-000000000001"), "Najd", TimeZoneInfo.Utc, "SAR", DayOfWeek.Sunday), Guid.NewGuid(), "Sara", new HashSet<string> { "*" });

    public MemoryJournal Journal { get; }

    public CountingPipeline Pipeline { get; }

    public Conversations Conversations { get; }

    public AgentSpec Entry { get; }

    public AgentSpec? Find(string name) => agents.GetValueOrDefault(name);

    public Task<TurnResult> Say(string text, string? messageId = null) =>
        Conversations.SayAsync(new IncomingMessage(Sara, "c", text, MessageId: messageId), null, CancellationToken.None);

    private AgentSpec Spec(string name, IChatClient model, IList<AITool> tools) => new()
    {
        Name = name,
        Model = model,
        Tools = tools,
        Instructions = (_, _, _) => "Help.",
        Limits = limits,
    };

    private static ToolDescriptor Tool(string name, Effect effect, bool confirm) => new()
    {
        Name = name,
        Description = name,
        Effect = effect,
        Permission = "orders:write",
        Confirm = confirm,
        Deadline = TimeSpan.FromSeconds(5),
        ToolType = typeof(object),
        InputType = typeof(object),
        ViewType = typeof(object),
        InputSchema = Schema,
        References = new Dictionary<string, string>(),
        Examples = [],
        Invoker = null!,
    };
}
