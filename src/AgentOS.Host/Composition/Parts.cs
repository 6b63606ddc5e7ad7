using System.Reflection;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Runtime.Catalog;
using AgentOS.Tools.Crm;
using AgentOS.Tools.Erp;

namespace AgentOS.Host.Composition;

/// <summary>The modules and tool projects that this build is made of. A new one is a line here.</summary>
internal static class Parts
{
    public static IReadOnlyList<Assembly> ToolAssemblies { get; } = [typeof(QualifyLead).Assembly, typeof(AdjustStock).Assembly];

    public static IReadOnlyList<IModule> Modules { get; } = [new CrmModule(), new ErpModule()];

    public static ToolCatalog Catalog() => ToolCatalog.FromAssemblies([.. ToolAssemblies]);
}
