using System.Reflection;
using AgentOS.Runtime.Catalog;
using AgentOS.Tools;

namespace AgentOS.Understanding.Tests;

/// <summary>The product's own tools, and what was learnt from them; trained once for all tests.</summary>
internal static class Catalogs
{
    public static IToolCatalog All { get; } = ToolCatalog.FromAssemblies(Assembly.Load("AgentOS.Tools.Crm"), Assembly.Load("AgentOS.Tools.Erp"), Assembly.Load("AgentOS.Tools.Search"));

    public static EmbeddedUnderstanding Understanding { get; } = EmbeddedUnderstanding.Train(All);

    public static EmbeddedChatClient Client => new(Understanding);
}
