using System.CommandLine;

namespace AgentOS.Host.Commands;

/// <summary>A command whose help ends with examples and whatever else one needs to know.</summary>
internal sealed class DocumentedCommand(string name, string description, string notes) : Command(name, description)
{
    /// <summary>Printed after the generated help.</summary>
    public string Notes { get; } = notes;
}
