using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Erp;

namespace AgentOS.Tools.Erp;

/// <summary>Frees units that were set aside by hand.</summary>
[Tool("reservations.release", Effect.Write), Route("POST /api/v1/reservations/{reservation}/release"), Permission("stock:write")]
[Description("Frees units that were set aside by hand. Those of an order are freed by orders.cancel.")]
public sealed class ReleaseReservation(Database db) : ITool<ReleaseReservation.Input, ReservationView>
{
    /// <summary>Which reservation.</summary>
    public sealed record Input([Description("The reservation, by number such as RES-00001")] Ref<Reservation> Reservation);

    /// <inheritdoc/>
    public async ValueTask<ReservationView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var reservation = await db.FindAsync(input.Reservation, cancel);
        var levels = await new Stockroom(db).LockAsync([reservation], cancel);
        reservation.Release(levels[reservation.StockLevelId]);
        return await ReservationQuery.ViewAsync(db, reservation, levels[reservation.StockLevelId], context, cancel);
    }
}
