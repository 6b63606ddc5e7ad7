using AgentOS.Conformance;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// `dotnet run --project tests/AgentOS.Conformance -- --loops [name or assembly]…` prints the verdicts of loops
// side by side; without --loops this is the test runner.
var loops = Array.IndexOf(args, "--loops");
if (loops >= 0)
    return await Table.PrintAsync(LoopCatalog.Find(args[(loops + 1)..]), Console.Out);
if (args.Contains("--server") || args.Contains("--internal-msbuild-node"))
    return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
return await ConsoleRunner.Run(args);
