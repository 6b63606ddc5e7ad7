using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Host.Tests.Fakes;

/// <summary>Three tools as the catalog would describe them: a read, a write, and one that asks first.</summary>
internal sealed class TestTools : IToolCatalog
{
    public IReadOnlyList<ToolDescriptor> All { get; } =
    [
        Tool("leads.list", Effect.Read, "GET /api/v1/leads", "leads:read", """
            {"type":"object","properties":{"stage":{"type":["string","null"],"enum":["new","qualified",null],"description":"Only those at this stage"},"top":{"type":["integer","null"]}},"additionalProperties":false}
            """, [new("en", "show my [new](stage) leads"), new("ar", "ورني العملاء المحتملين")]),
        Tool("leads.qualify", Effect.Write, "POST /api/v1/leads/{lead}/qualify", "leads:write", """
            {"type":"object","properties":{"lead":{"type":"string","description":"The lead"},"budget":{"type":["number","null"]}},"required":["lead"],"additionalProperties":false}
            """, [new("en", "qualify [Contoso](lead)")]),
        Tool("orders.create", Effect.Write, "POST /api/v1/orders", "orders:write", """
            {"type":"object","properties":{"customer":{"type":"string"},"note":{"type":["string","null"]}},"required":["customer"],"additionalProperties":false}
            """, [], confirm: true),
    ];

    public ToolDescriptor? Find(string name) => All.FirstOrDefault(t => t.Name == name || t.FunctionName == name);

    private static ToolDescriptor Tool(string name, Effect effect, string route, string permission, string schema, IReadOnlyList<ToolExample> examples, bool confirm = false) => new()
    {
        Name = name,
        Description = $"Does {name}.",
        Effect = effect,
        Permission = permission,
        Confirm = confirm,
        Deadline = TimeSpan.FromSeconds(30),
        Route = route,
        ToolType = typeof(object),
        InputType = typeof(object),
        ViewType = typeof(TestView),
        InputSchema = JsonElement.Parse(schema),
        References = new Dictionary<string, string>(),
        Examples = examples,
        Invoker = new NoInvoker(),
    };

    private sealed class NoInvoker : IToolInvoker
    {
        public object Bind(JsonElement arguments) => throw new InvalidOperationException("The surfaces never bind.");

        public ValueTask<object> RunAsync(IServiceProvider services, object input, ToolContext context, CancellationToken cancel) => throw new InvalidOperationException("The surfaces never run a tool.");

        public JsonElement Serialize(object view) => throw new InvalidOperationException("The surfaces never serialise a view.");
    }
}

/// <summary>A view with a bit of everything that schemas have to say.</summary>
internal sealed record TestView(string Number, Money? Budget, IReadOnlyList<TestView> Children, DateOnly? On, DayOfWeek Day);
