using System.Reflection;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Domain.Knowledge;
using AgentOS.Runtime.Catalog;
using AgentOS.Runtime.Graph;
using AgentOS.Runtime.Presentation;
using AgentOS.Tools;
using AgentOS.Tools.Crm;
using AgentOS.Tools.Erp;
using AgentOS.Tools.Search;
using AgentOS.Tools.Service;

namespace AgentOS.Host.Composition;

/// <summary>The modules and tool projects that this build is made of. A new one is a line here.</summary>
internal static class Parts
{
    public static IReadOnlyList<Assembly> ToolAssemblies { get; } = [typeof(QualifyLead).Assembly, typeof(AdjustStock).Assembly, typeof(SearchEverything).Assembly, typeof(UndoLast).Assembly];

    public static IReadOnlyList<IModule> Modules { get; } = [new CrmModule(), new ErpModule(), new KnowledgeModule()];

    public static ToolCatalog Catalog() => ToolCatalog.FromAssemblies([.. ToolAssemblies]);

    public static HandlebarsPresenter Presenter() => HandlebarsPresenter.FromAssemblies([.. ToolAssemblies]);

    public static AgentGraph Graph(HostSettings settings, IToolCatalog catalog) =>
        AgentGraph.Load(Path.Combine(settings.Root, "agents"), Path.Combine(settings.Root, "prompts"), catalog);
}
