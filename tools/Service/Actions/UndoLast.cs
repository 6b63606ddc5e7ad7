using System.ComponentModel;
using System.Text.Json;
using AgentOS.Data;

namespace AgentOS.Tools.Service;

/// <summary>Takes back what was done last: by the inverse that its tool declared, or by putting the rows as they were.</summary>
[Tool("actions.undo", Effect.Write), Route("POST /api/v1/actions/undo"), Permission("actions:undo")]
[Description("Takes back the last change that this person made in this conversation: an order, a move, a note, whatever it was.")]
public sealed class UndoLast(IUndo undo, IToolCatalog catalog, IReferenceResolver references, IServiceProvider services) : ITool<UndoLast.Input, UndoneView>
{
    /// <summary>Nothing: the last change is meant.</summary>
    public sealed record Input;

    /// <inheritdoc/>
    /// <exception cref="ToolException">
    /// <c>nothing_to_undo</c>; <c>changed_since</c>: somebody has changed it in the meantime; <c>forbidden</c>: the change itself would not be allowed any more.
    /// </exception>
    public async ValueTask<UndoneView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var last = await undo.LastAsync(context, cancel)
            ?? throw new ToolException("nothing_to_undo", "There is nothing here that could be taken back.");
        if (catalog.Find(last.Tool) is { } tool && !context.Principal.May(tool.Permission)) throw Forbidden(context, tool);
        if (last.InverseTool is { } inverse) await InvertAsync(inverse, last, context, cancel);
        else await undo.RestoreAsync(last, cancel);
        return new UndoneView(PastAction.NameOf(last.Tool), last.At, last.Records);
    }

    private async ValueTask InvertAsync(string name, PastCall last, ToolContext context, CancellationToken cancel)
    {
        var tool = catalog.Find(name) ?? throw new InvalidOperationException($"{last.Tool} declared the inverse {name}, which is not a tool.");
        if (!context.Principal.May(tool.Permission)) throw Forbidden(context, tool);
        var (bound, said) = BindScope.Run(
            context.Principal.Tenant.Currency,
            (tool.Invoker, Input: last.InverseInput ?? JsonElement.Parse("{}")),
            static s => s.Invoker.Bind(s.Input));
        foreach (var reference in said)
        {
            var match = await references.ResolveAsync(reference, cancel);
            reference.ResolveTo(match.Id ?? throw new ToolException("changed_since", $"{reference.Text} is no longer there, so this cannot be taken back."));
        }

        await tool.Invoker.RunAsync(services, bound, context, cancel);
        undo.Mark(last);
    }

    private static ToolException Forbidden(ToolContext context, ToolDescriptor tool) =>
        new("forbidden", $"{context.Principal.Name} may not do this: the permission {tool.Permission} is missing. Ask an administrator.");
}

/// <summary>What was taken back.</summary>
/// <param name="Action">The action's tool, with underscores.</param>
/// <param name="At">When it had been done.</param>
/// <param name="Records">The records that it had changed, as people call them; at most three.</param>
public sealed record UndoneView(string Action, DateTimeOffset At, IReadOnlyList<string> Records);
