using System.Numerics;
using System.Numerics.Tensors;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AgentOS.Understanding.Frames;

namespace AgentOS.Understanding.Keeping;

/// <summary>
/// A SHA-256 of all that learning depends on: the engine with its word lists (an assembly's version id is made of its content), how the
/// machine adds up, the options of learning, and the tools with their arguments and examples.
/// </summary>
internal static class LearntKey
{
    public static string Of(IReadOnlyList<ToolFrame> frames, UnderstandingOptions options)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        foreach (var assembly in new[] { typeof(LearntKey).Assembly, typeof(TensorPrimitives).Assembly }) writer.Write(Version(assembly).ToByteArray());
        writer.Write(RuntimeInformation.FrameworkDescription);
        writer.Write(RuntimeInformation.ProcessArchitecture.ToString());
        writer.Write(Vector<float>.Count);
        writer.Write(options.Seed);
        writer.Write(options.IntentPasses);
        writer.Write(options.ArgumentPasses);
        foreach (var frame in frames) Add(frame, writer);
        writer.Flush();
        return Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }

    private static Guid Version(Assembly assembly) => assembly.ManifestModule.ModuleVersionId;

    private static void Add(ToolFrame frame, BinaryWriter writer)
    {
        writer.Write(frame.Tool.Name);
        writer.Write(frame.Arguments.Count);
        foreach (var argument in frame.Arguments)
        {
            writer.Write(argument.Label);
            writer.Write(argument.Entity ?? "");
            writer.Write(argument.Many);
            writer.Write(argument.Choices.Count);
            foreach (var choice in argument.Choices) writer.Write(choice);
        }

        writer.Write(frame.Tool.Examples.Count);
        foreach (var example in frame.Tool.Examples)
        {
            writer.Write(example.Language);
            writer.Write(example.Text);
        }
    }
}
