using System.Text;

namespace AgentOS.Knowledge.Documents;

/// <summary>White space as it is kept in passages.</summary>
internal static class Spaces
{
    /// <summary>One space for every run of white space and control characters, and none at the ends.</summary>
    public static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200b' or '\ufeff')
            {
                if (squeezed.Length > 0 && squeezed[^1] != ' ') squeezed.Append(' ');
            }
            else
            {
                squeezed.Append(c);
            }
        }

        if (squeezed.Length > 0 && squeezed[^1] == ' ') squeezed.Length--;
        return squeezed.ToString();
    }
}
