using AgentOS.Airline.Replay;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args is [Worker.Command, .. var conversations])
    return await Worker.RunAsync(conversations);
if (args.Contains("--server") || args.Contains("--internal-msbuild-node"))
    return await TestPlatformTestFramework.RunAsync(args, AgentOS.Airline.SelfRegisteredExtensions.AddSelfRegisteredExtensions);
return await ConsoleRunner.Run(args);
