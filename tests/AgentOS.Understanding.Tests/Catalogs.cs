using System.Reflection;
using AgentOS.Runtime.Catalog;
using AgentOS.Testing;
using AgentOS.Tools;

namespace AgentOS.Understanding.Tests;

/// <summary>The product's own tools, and what was learnt from them; learnt once for all tests.</summary>
internal static class Catalogs
{
    public static IToolCatalog All { get; } = ToolCatalog.FromAssemblies(Assembly.Load("AgentOS.Tools.Crm"), Assembly.Load("AgentOS.Tools.Erp"), Assembly.Load("AgentOS.Tools.Search"), Assembly.Load("AgentOS.Tools.Service"));

    private static readonly Lazy<EmbeddedUnderstanding> Learnt = new(() => EmbeddedUnderstanding.Keep(All!, Repository.Learnt));

    public static EmbeddedUnderstanding Understanding => Learnt.Value;

    public static EmbeddedChatClient Client => new(Understanding);
}
