namespace AgentOS.Runtime.Presentation;

/// <summary>What may stand in a template.</summary>
/// <param name="Helpers">Helpers that may be called.</param>
/// <param name="Labels">Sets of labels.</param>
/// <param name="Variables">The values there are; <see langword="null"/> where they come from a view.</param>
/// <param name="Parts">Other templates that may be taken in.</param>
internal sealed record TemplateRules(ICollection<string> Helpers, ICollection<string> Labels, ICollection<string>? Variables, ICollection<string> Parts)
{
    private static readonly string[] ViewHelpers = ["money", "number", "date", "label", "ltr", "plural", "inc", "quote", "lookup"];

    public static TemplateRules OfViews(ICollection<string> labels) => new(ViewHelpers, labels, null, []);

    public static TemplateRules OfPrompts(ICollection<string> prompts) => new([], [], Prompts.Prompt.Variables, prompts);
}
