namespace AgentOS.Architecture;

/// <summary>Each rule, run on a small repository in memory with one mistake in it, finds that mistake and nothing else.</summary>
public sealed class PlantedMistakeTests
{
    [Theory]
    [InlineData("src/AgentOS.Runtime/AgentOS.Runtime.csproj", "../AgentOS.Domain/AgentOS.Domain.csproj", "AgentOS.Runtime must not refer to AgentOS.Domain")]
    [InlineData("src/AgentOS.Domain/AgentOS.Domain.csproj", "..\\AgentOS.Postgres\\AgentOS.Postgres.csproj", "AgentOS.Domain must not refer to AgentOS.Postgres")]
    [InlineData("tools/Crm/AgentOS.Tools.Crm.csproj", "../../src/AgentOS.Runtime/AgentOS.Runtime.csproj", "AgentOS.Tools.Crm must not refer to AgentOS.Runtime")]
    [InlineData("src/AgentOS.Models/AgentOS.Models.csproj", "../AgentOS.Host/AgentOS.Host.csproj", "AgentOS.Models must not refer to AgentOS.Host")]
    [InlineData("src/AgentOS.Magic/AgentOS.Magic.csproj", "../AgentOS.Abstractions/AgentOS.Abstractions.csproj", "nobody has said what AgentOS.Magic may refer to")]
    public void ProjectArrows_ArrowOutward_IsFound(string path, string reference, string message)
    {
        var good = Project("src/AgentOS.Postgres/AgentOS.Postgres.csproj", "../AgentOS.Domain/AgentOS.Domain.csproj");

        Finds(message, ProjectArrows.Violations([good, Project(path, reference)]));
    }

    [Fact]
    public void PackageArrows_DatabaseInTheRuntime_IsFound() => Finds(
        "AgentOS.Runtime must not use Npgsql",
        PackageArrows.Violations([
            new SourceFile("src/AgentOS.Runtime/AgentOS.Runtime.csproj", "<PackageReference Include=\"Npgsql\" />"),
            new SourceFile("src/AgentOS.Postgres/AgentOS.Postgres.csproj", "<PackageReference Include=\"Npgsql\" />")]));

    [Fact]
    public void TooLong_FourHundredAndOneLines_IsFound() => Finds(
        "Long.cs: 401 lines",
        SourceRules.TooLong([new SourceFile("Long.cs", string.Join('\n', Enumerable.Repeat("x", 401)) + "\n"), new SourceFile("Good.cs", string.Join('\n', Enumerable.Repeat("x", 400)) + "\n")]));

    [Theory]
    [InlineData("public class Open;")]
    [InlineData("internal record Open(int X);")]
    [InlineData("    private partial class Open;")]
    public void Unsealed_ClassWithoutHeirs_IsFound(string code) => Finds(
        "Open is not sealed",
        SourceRules.Unsealed([new SourceFile("a.cs", code), new SourceFile("b.cs", "public class Parent;\npublic sealed class Heir(int x) : Parent;\npublic static class S;\npublic abstract record A;\ninternal record struct V;")]));

    [Theory]
    [InlineData("OrderManager")]
    [InlineData("DateHelper")]
    [InlineData("PriceService")]
    [InlineData("StringUtils")]
    public void EmptyWords_NameThatSaysNothing_IsFound(string name) => Finds(
        $"{name} does not say what it is",
        SourceRules.EmptyWords([new SourceFile("a.cs", $"public sealed class {name};"), new SourceFile("b.cs", "public sealed class ServiceDesk; public interface IServices;")]));

    [Theory]
    [InlineData("Thread.Sleep(5);")]
    [InlineData("await Task.Delay(50, cancel);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1));")]
    public void Sleeping_WaitByTheClock_IsFound(string code) => Finds(
        "waits by the clock",
        SourceRules.Sleeping([new SourceFile("a.cs", code), new SourceFile("b.cs", "await Task.Delay(Timeout.Infinite, cancel);\nawait Task.Delay(pause, time, cancel);\nawait Task.WhenAny(opening, Task.Delay(limit));")]));

    [Theory]
    [InlineData("[Fact]\n    public void Works()")]
    [InlineData("[Theory]\n    [InlineData(1)]\n    public async Task Send_Twice(int x)")]
    public void BadTestNames_TwoParts_IsFound(string code) => Finds(
        "is no Method_Condition_Outcome",
        SourceRules.BadTestNames([new SourceFile("a.cs", code), new SourceFile("b.cs", "[Fact]\n    public void Send_Twice_SendsOnce()")]));

    [Fact]
    public void BusinessWords_CustomerInTheRuntime_IsFound() => Finds(
        "a.cs:2: 'customer' is a word of the business",
        SourceRules.BusinessWords([new SourceFile("a.cs", "// a customer may be named in a comment\nvar x = \"customer\";")]));

    [Theory]
    [InlineData("// TODO later")]
    [InlineData("throw new NotImplementedException();")]
    public void Unfinished_Mark_IsFound(string code) => Finds("marks what is not finished", SourceRules.Unfinished([new SourceFile("a.cs", code)]));

    private static void Finds(string message, IEnumerable<string> violations) =>
        Assert.Contains(message, Assert.Single(violations), StringComparison.Ordinal);

    private static SourceFile Project(string path, string reference) => new(path, $"<Project><ProjectReference Include=\"{reference}\" /></Project>");
}
