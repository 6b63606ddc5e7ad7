using System.CommandLine;
using AgentOS.Host.Composition;

namespace AgentOS.Host.Commands;

/// <summary><c>agentos seed</c>.</summary>
internal static class SeedCommand
{
    private const string Notes = """
        Examples:
          ./agentos seed    fill in the demo company, unless that has been done

        The company is Najd Roastery, which roasts coffee in Riyadh and Jeddah and sells it to offices and hotels:
        customers with Arabic and English names, two warehouses, a year of orders. The same data every time,
        written in one transaction. The first start does this by itself unless AGENTOS_SEED is 'no'.
        """;

    public static Command Create()
    {
        var command = new DocumentedCommand("seed", "Fill in the demo company's data", Notes);
        command.SetAction(async (_, cancel) =>
        {
            await using var agentos = await RunningCopy.StartAsync(SettingsFile.Load() with { Seed = false }, cancel);
            var seeded = await agentos.SeedAsync(cancel);
            Console.WriteLine($"{(seeded.AlreadyThere ? "It was there already" : "Done")}: {seeded.Customers} customers, {seeded.Products} products, {seeded.Orders} orders, {seeded.Opportunities} opportunities.");
            return 0;
        });
        return command;
    }
}
