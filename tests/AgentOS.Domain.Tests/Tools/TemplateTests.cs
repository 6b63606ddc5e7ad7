using System.Text.Json;
using System.Text.RegularExpressions;
using AgentOS.Runtime.Presentation;

namespace AgentOS.Domain.Tests.Tools;

public sealed partial class TemplateTests
{
    public static TheoryData<string, string> Each() => AllTools.InEachLanguage();

    [Fact]
    public void Templates_OfAllAreas_Compile() =>
        Assert.True(HandlebarsPresenter.FromAssemblies(AllTools.Assemblies).CompileAll() >= AllTools.Catalog.All.Count);

    [Theory]
    [MemberData(nameof(Each))]
    public void View_OfATool_CanBeSaid(string tool, string language)
    {
        var view = AllTools.Catalog.Find(tool)!.ViewType.Name;
        var templates = ViewFiles.In(language).Templates;
        Assert.True(templates.ContainsKey(tool) || templates.ContainsKey(view), $"Neither {tool} nor {view} has a template in {language}.");
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void Confirmation_OfAToolThatNeedsIt_CanBeAsked(string tool, string language)
    {
        var needed = AllTools.Catalog.Find(tool)!.Confirm;
        Assert.True(!needed || ViewFiles.In(language).Templates.ContainsKey(tool + ".confirm"), $"{tool}.confirm has no template in {language}.");
    }

    [Fact]
    public void Templates_InBothLanguages_AreTheSame()
    {
        var (english, arabic) = (ViewFiles.In(Language.English).Templates.Keys, ViewFiles.In(Language.Arabic).Templates.Keys);
        Assert.Empty(english.Except(arabic));
        Assert.Empty(arabic.Except(english));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Arabic)]
    public void Labels_InTemplates_AreThere(string language)
    {
        var files = ViewFiles.In(language);
        var known = files.Labels.Select(label => label[..label.IndexOf('.', StringComparison.Ordinal)]).ToHashSet();
        var used = files.Templates.Values.SelectMany(t => LabelUse().Matches(t)).Select(m => m.Groups[1].Value);
        Assert.Empty(used.Except(known));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Arabic)]
    public void Labels_OfAnEnumeration_CoverItsValues(string language)
    {
        var labels = ViewFiles.In(language).Labels;
        var names = labels.Select(label => label[..label.IndexOf('.', StringComparison.Ordinal)]).ToHashSet();
        var missing = typeof(Entity).Assembly.GetTypes().Concat(AllTools.Assemblies.SelectMany(a => a.GetTypes()))
            .Where(type => type.IsEnum && names.Contains(Camel(type.Name)))
            .SelectMany(type => Enum.GetNames(type), (type, value) => $"{Camel(type.Name)}.{Snake(value)}")
            .Except(labels);
        Assert.Empty(missing);
    }

    [Fact]
    public void InvalidArgument_OfAnyToolInArabic_IsNamedInArabic()
    {
        var presenter = HandlebarsPresenter.FromAssemblies(AllTools.Assemblies);
        var english = AllTools.Catalog.All
            .SelectMany(tool => tool.InputSchema.GetProperty("properties").EnumerateObject().Select(p => p.Name)).Distinct()
            .Where(argument => presenter.Say("error.invalid_arguments", null, JsonSerializer.SerializeToElement(new { argument }), Language.Arabic).Any(char.IsAsciiLetter));
        Assert.Empty(english);
    }

    private static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    [GeneratedRegex(@"\(?\blabel ""(\w+)""")]
    private static partial Regex LabelUse();
}
