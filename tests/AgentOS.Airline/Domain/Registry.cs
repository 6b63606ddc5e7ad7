using AgentOS.Domain;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Airline;

/// <summary>Finds users and reservations by what people call them; exactly, since a wrong one is somebody else's trip.</summary>
internal static class Registry
{
    public static async ValueTask<Flyer> FlyerAsync(this Database db, string userId, CancellationToken cancel) =>
        await db.Set<Flyer>().SingleOrDefaultAsync(u => u.UserId == userId, cancel) ?? throw Refuse.NotFound("user not found");

    public static async ValueTask<Reservation> ReservationAsync(this Database db, string number, CancellationToken cancel) =>
        await db.Set<Reservation>().SingleOrDefaultAsync(r => r.Number == number, cancel) ?? throw Refuse.NotFound("reservation not found");
}
