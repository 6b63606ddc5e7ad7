using System.Text;

namespace AgentOS.Host.Web.OpenAi;

/// <summary>Keeps what was streamed of a reply, so that the whole of it is sent once and nothing twice.</summary>
internal sealed class ReplyText
{
    private readonly StringBuilder sent = new();

    public string Sent => sent.ToString();

    public string Piece(string delta)
    {
        sent.Append(delta);
        return delta;
    }

    /// <summary>What of <paramref name="reply"/> has not been streamed; empty when all has.</summary>
    public string Rest(string reply)
    {
        var so = sent.ToString();
        if (so.EndsWith(reply, StringComparison.Ordinal)) return "";
        return Piece(reply.StartsWith(so, StringComparison.Ordinal) ? reply[so.Length..] : "\n\n" + reply);
    }
}
