using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>Makes the functions of a scenario.</summary>
internal static class Tools
{
    public static AIFunction Read(string name, Delegate body) => Create(name, ToolEffects.Read, body);

    public static AIFunction Write(string name, Delegate body) => Create(name, ToolEffects.Write, body);

    public static AIFunction Approved(string name, Delegate body) => new ApprovalRequiredAIFunction(Write(name, body));

    private static AIFunction Create(string name, string effect, Delegate body) => AIFunctionFactory.Create(body, new AIFunctionFactoryOptions
    {
        Name = name,
        Description = name.Replace('_', ' '),
        AdditionalProperties = new Dictionary<string, object?> { [ToolEffects.Key] = effect },
    });
}
