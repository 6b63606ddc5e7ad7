using System.CommandLine;
using System.Globalization;
using AgentOS.Host.Composition;
using AgentOS.Host.Identity;

namespace AgentOS.Host.Commands;

/// <summary><c>agentos keys</c>.</summary>
internal static class KeysCommand
{
    private const string Notes = """
        Examples:
          ./agentos keys create --name "invoice script"   prints the key, this once
          ./agentos keys list
          ./agentos keys revoke 0197…                     by its id, as the list shows it

        A key acts with its owner's permissions, as: Authorization: Bearer aos_…
        Only its hash is kept, so a lost key cannot be shown again.
        """;

    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "What the key is for", DefaultValueFactory = _ => "key", HelpName = "text" };
        var id = new Argument<Guid>("id") { Description = "The key's id" };
        var create = new DocumentedCommand("create", "Make a key and print it, once", Notes) { name };
        create.SetAction((parsed, cancel) => CreateAsync(parsed.GetValue(name)!, cancel));
        var list = new DocumentedCommand("list", "List the keys", Notes);
        list.SetAction((_, cancel) => ListAsync(cancel));
        var revoke = new DocumentedCommand("revoke", "Make a key useless, at once", Notes) { id };
        revoke.SetAction((parsed, cancel) => RevokeAsync(parsed.GetValue(id), cancel));
        return new DocumentedCommand("keys", "API keys for programs", Notes) { create, list, revoke };
    }

    private static async Task<int> CreateAsync(string name, CancellationToken cancel)
    {
        await using var agentos = await RunningCopy.StartAsync(SettingsFile.Load(), cancel);
        var key = ApiKey.Create();
        var record = await agentos.Get<IIdentities>().AddKeyAsync(await agentos.OwnerAsync(cancel), name, ApiKey.Hash(key), cancel);
        Console.WriteLine(key);
        await Console.Error.WriteLineAsync($"This is '{record.Name}' ({record.Id}). It is not shown again.");
        return 0;
    }

    private static async Task<int> ListAsync(CancellationToken cancel)
    {
        await using var agentos = await RunningCopy.StartAsync(SettingsFile.Load(), cancel);
        var keys = await agentos.Get<IIdentities>().KeysAsync(await agentos.OwnerAsync(cancel), cancel);
        if (keys.Count == 0) Console.WriteLine("There are no keys. './agentos keys create' makes one.");
        foreach (var key in keys)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key.Id}  {key.CreatedAt:yyyy-MM-dd}  {key.Name}"));
        return 0;
    }

    private static async Task<int> RevokeAsync(Guid id, CancellationToken cancel)
    {
        await using var agentos = await RunningCopy.StartAsync(SettingsFile.Load(), cancel);
        if (!await agentos.Get<IIdentities>().RevokeKeyAsync(await agentos.OwnerAsync(cancel), id, cancel))
            throw new UsageException($"There is no key {id}. './agentos keys list' shows them.");
        Console.WriteLine("Revoked.");
        return 0;
    }
}
