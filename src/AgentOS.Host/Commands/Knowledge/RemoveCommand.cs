using System.CommandLine;
using AgentOS.Host.Composition;
using AgentOS.Knowledge;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary><c>agentos knowledge remove</c>.</summary>
internal static class RemoveCommand
{
    private const string Notes = """
        Examples:
          ./agentos knowledge remove returns.md
          ./agentos knowledge remove "Price list 2025" policies/old.md

        Nothing is removed when one of the names fits no document, or several. The files themselves stay where
        they are: 'add' on their folder adds them again.
        """;

    public static Command Create()
    {
        var named = new Argument<string[]>("document") { Description = "The documents, as 'show' takes them", Arity = ArgumentArity.OneOrMore };
        var command = new DocumentedCommand("remove", "Remove documents", Notes) { named };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var agentos = await RunningCopy.StartAsync(SettingsFile.Load(), cancel);
            var (store, tenant) = (agentos.Get<IKnowledgeStore>(), (await agentos.OwnerAsync(cancel)).Tenant.Id);
            var all = await store.ListAsync(tenant, KnowledgeCollections.Documents, cancel);
            var chosen = parsed.GetValue(named)!.Select(said => DocumentChoice.Of(all, said)).DistinctBy(d => d.Id).ToList();
            var removed = await store.RemoveAsync(tenant, [.. chosen.Select(d => d.Id)], cancel);
            Console.WriteLine($"{removed} removed: {string.Join(", ", chosen.Select(d => d.Source))}");
            return 0;
        });
        return command;
    }
}
