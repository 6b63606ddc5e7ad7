using System.ComponentModel;
using System.Text.Json.Serialization;
using AgentOS.Domain;
using AgentOS.Tools;

namespace AgentOS.Airline;

/// <summary>Changes the bags of a reservation.</summary>
[Tool("airline.update_reservation_baggages", Effect.Write), Permission("airline:write")]
[Description("Update the baggage information of a reservation.")]
public sealed class UpdateReservationBaggages(Database db) : ITool<UpdateReservationBaggages.Input, ReservationView>
{
    /// <summary>How many bags, and who pays.</summary>
    public sealed record Input(
        [property: JsonPropertyName("reservation_id"), Description("The reservation ID, such as 'ZFA04Y'")] string ReservationId,
        [property: JsonPropertyName("total_baggages"), Description("The updated total number of baggage items")] int TotalBaggages,
        [property: JsonPropertyName("nonfree_baggages"), Description("The updated number of non-free baggage items")] int NonfreeBaggages,
        [property: JsonPropertyName("payment_id"), Description("The payment id stored in user profile, such as 'credit_card_7815826'")] string PaymentId);

    /// <inheritdoc/>
    public async ValueTask<ReservationView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var reservation = await db.ReservationAsync(input.ReservationId, cancel);
        var flyer = await db.FlyerAsync(reservation.UserId, cancel);
        var cost = reservation.BagsCost(input.NonfreeBaggages);
        flyer.PayDifference(input.PaymentId, cost);
        reservation.ChangeBags(input.TotalBaggages, input.NonfreeBaggages, input.PaymentId, cost);
        return ReservationView.Of(reservation);
    }
}
