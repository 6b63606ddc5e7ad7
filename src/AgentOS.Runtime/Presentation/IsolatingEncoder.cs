using System.Text;
using HandlebarsDotNet;

namespace AgentOS.Runtime.Presentation;

/// <summary>Isolates each value that is left-to-right as it is put into Arabic text. Nothing is escaped.</summary>
internal sealed class IsolatingEncoder : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) => target.Write(Isolates.IsolateValue(text ?? ""));

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var characters = new StringBuilder();
        while (text?.MoveNext() == true) characters.Append(text.Current);
        Encode(characters.ToString(), target);
    }
}
