using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Gives a user a certificate.</summary>
[Tool("airline.send_certificate", Effect.Write), Permission("airline:write")]
[Description("Send a certificate to a user. Be careful!")]
public sealed class SendCertificate(Database db) : ITool<SendCertificate.Input, Note>
{
    /// <summary>To whom, and how much in US dollars.</summary>
    public sealed record Input(
        [property: JsonPropertyName("user_id"), Description("The ID of the user, such as 'sara_doe_496'")] string UserId,
        [property: Description("Certificate amount to send")] decimal Amount);

    /// <inheritdoc/>
    public async ValueTask<Note> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var flyer = await db.FlyerAsync(input.UserId, cancel);
        var id = flyer.Receive(input.Amount);
        return new Note(string.Create(CultureInfo.InvariantCulture, $"Certificate {id} added to user {input.UserId} with amount {input.Amount}."));
    }
}
