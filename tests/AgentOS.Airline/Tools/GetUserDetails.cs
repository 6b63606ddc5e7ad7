using System.ComponentModel;
using System.Text.Json.Serialization;
using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Shows a user.</summary>
[Tool("airline.get_user_details", Effect.Read), Permission("airline:read")]
[Description("Get the details of an user, including their reservations.")]
public sealed class GetUserDetails(Database db) : ITool<GetUserDetails.Input, FlyerView>
{
    /// <summary>Whom.</summary>
    public sealed record Input([property: JsonPropertyName("user_id"), Description("The user id, such as 'sara_doe_496'")] string UserId);

    /// <inheritdoc/>
    public async ValueTask<FlyerView> RunAsync(Input input, ToolContext context, CancellationToken cancel) =>
        FlyerView.Of(await db.FlyerAsync(input.UserId, cancel));
}
