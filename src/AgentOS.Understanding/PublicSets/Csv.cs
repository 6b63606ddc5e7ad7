using System.Text;

namespace AgentOS.Understanding.PublicSets;

/// <summary>Comma-separated values with quotes, as in RFC 4180; a field may go over several lines.</summary>
internal static class Csv
{
    public static IEnumerable<IReadOnlyList<string>> Rows(string text)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') field.Append(text[i++]);
            else if (c == '"' && (quoted || field.Length == 0)) quoted = !quoted;
            else if (quoted || c is not (',' or '\n' or '\r')) field.Append(c);
            else if (c == ',') Close();
            else if (c == '\n')
            {
                Close();
                if (row.Count > 1 || row[0].Length > 0) yield return row;
                row = [];
            }
        }

        if (field.Length == 0 && row.Count == 0) yield break;
        Close();
        yield return row;

        void Close()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
