using System.Text.Json;

namespace AgentOS.Tools;

/// <summary>Says a view in a language. Templates are files beside the tools; figures and names come from the view alone.</summary>
public interface IPresenter
{
    /// <summary>Says a view.</summary>
    /// <param name="template">A tool's name, a view's type name, or either with a suffix (<c>orders.create.confirm</c>); the first that exists is used.</param>
    /// <param name="fallback">The template to use when there is no <paramref name="template"/>; usually the view's type name.</param>
    /// <param name="data">The facts.</param>
    /// <param name="language"><c>en</c> or <c>ar</c>.</param>
    /// <returns>Plain text, lines separated by <c>\n</c>; left-to-right runs are isolated within Arabic.</returns>
    string Say(string template, string? fallback, JsonElement data, string language);
}
