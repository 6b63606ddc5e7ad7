using System.Text.Json;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Domain.Knowledge;
using AgentOS.Identity;
using AgentOS.Knowledge.Answers;
using AgentOS.Knowledge.Documents;
using AgentOS.Runtime.Catalog;
using AgentOS.Runtime.Pipeline;
using AgentOS.Runtime.Presentation;
using AgentOS.Runtime.Turns;
using AgentOS.Testing;
using AgentOS.Tools;
using AgentOS.Tools.Crm;
using AgentOS.Tools.Erp;
using AgentOS.Tools.Search;
using AgentOS.Tools.Service;
using AgentOS.Turns;
using AgentOS.Understanding;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Tests.Conversing;

/// <summary>A company with documents, on a real database, through the product's own pipeline, conversations and search.</summary>
public sealed class Company : DatabaseFixture
{
    private static readonly System.Reflection.Assembly[] Tools = [typeof(QualifyLead).Assembly, typeof(AdjustStock).Assembly, typeof(SearchEverything).Assembly, typeof(UndoLast).Assembly];

    /// <summary>What is asked waits for names and passages to be read, however slow the machine is.</summary>
    private static readonly TimeSpan Endless = TimeSpan.FromHours(1);

    internal static ToolCatalog Catalog { get; } = ToolCatalog.FromAssemblies(Tools);

    public static Principal Sara { get; } = TestPrincipals.Sara;

    /// <summary>A colleague of Sara's.</summary>
    public static Principal Omar { get; } = TestPrincipals.Sara with { UserId = new Guid("00000000-0000-7000-8000-0000000000a2"), Name = "Omar" };

    public IKnowledgeStore Store => Services.GetRequiredService<IKnowledgeStore>();

    /// <summary>Conversations with one agent that has every tool and thinks with a model.</summary>
    /// <param name="model">The model; the embedded one when <see langword="null"/>.</param>
    public IConversations With(IChatClient? model = null) => new Conversations(
        Services.GetRequiredService<IJournal>(), Services.GetRequiredService<IToolPipeline>(), Services.GetRequiredService<IApprovals>(),
        new OneAgent(model ?? Services.GetRequiredService<EmbeddedChatClient>()), TimeProvider.System, Services.GetRequiredService<ILogger<Conversations>>());

    /// <summary>Makes a call as a surface would.</summary>
    public ValueTask<ToolReply> CallAsync(string tool, object arguments, Principal? by = null, Focus? focus = null) => Services.GetRequiredService<IToolPipeline>().CallAsync(
        new ToolCall(Catalog.Find(tool)!, JsonSerializer.SerializeToElement(arguments, ToolJson.Options), by ?? Sara, "en", Guid.CreateVersion7().ToString()) { Focus = focus ?? Focus.Empty },
        TestContext.Current.CancellationToken);

    /// <summary>Adds a document as the command line would.</summary>
    public async Task AddAsync(string name, byte[] content)
    {
        var read = await Services.GetRequiredService<IDocumentIntake>().ReadAsync(new DocumentFile(name, name, () => new MemoryStream(content)), CancellationToken.None);
        var document = new DocumentInfo { Id = Guid.CreateVersion7(), Source = name, Title = read.Title, Language = read.Language, ContentHash = "" };
        var passages = read.Passages.Select((p, i) => new Passage { Id = Guid.CreateVersion7(), Document = document.Id, Number = i + 1, Text = p.Text, Headings = p.Headings, Place = p.Place, Language = p.Language });
        await Store.SaveAsync(Sara.Tenant.Id, document, [.. passages], CancellationToken.None);
    }

    /// <summary>All rows of the business, and how many calls of tools that write are recorded.</summary>
    public async Task<string> SnapshotAsync()
    {
        var tables = (string[])["crm.customers", "crm.contacts", "crm.leads", "crm.opportunities", "crm.interactions", "crm.follow_ups", "erp.sales_orders", "erp.products", "erp.stock_levels", "knowledge.documents"];
        var rows = tables.Select(t => $"(select jsonb_agg(to_jsonb(t) order by t.id) from {t} t where to_jsonb(t) ->> 'collection' is distinct from 'conversations')");
        return (string)(await Database.ScalarAsync($"select jsonb_build_array({string.Join(", ", rows)}, (select count(*) from runtime.calls), (select count(*) from runtime.events))::text"))!;
    }

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<IModule, CrmModule>().AddSingleton<IModule, ErpModule>().AddSingleton<IModule, KnowledgeModule>();
        services.AddSingleton<IToolCatalog>(Catalog);
        services.AddSingleton<IPresenter>(HandlebarsPresenter.FromAssemblies(Tools));
        services.AddSingleton<IToolPipeline, ToolPipeline>();
        services.AddSingleton<IDocumentIntake>(new DocumentIntake(new IntakeOptions()));
        services.AddKnowledge(new KnowledgeOptions { Folder = Path.Combine(Path.GetTempPath(), $"agentos-company-{Guid.NewGuid():N}"), Patience = Endless }).AddKnowledgeAnswers();
        services.AddEmbeddedUnderstanding(new UnderstandingOptions { PatienceForNames = Endless }, _ => EmbeddedUnderstanding.Keep(Catalog, Repository.Learnt));
    }

    private sealed class OneAgent(IChatClient model) : IAgentDirectory
    {
        public AgentSpec Entry { get; } = new()
        {
            Name = "desk",
            Model = model,
            Tools = [.. Catalog.All.Select(t => new CatalogFunction(t))],
            Instructions = (_, _, _) => "Help.",
        };

        public AgentSpec? Find(string name) => name == Entry.Name ? Entry : null;
    }
}
