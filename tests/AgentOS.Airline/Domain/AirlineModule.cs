using System.Text.Json;
using AgentOS.Domain;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgentOS.Airline;

/// <summary>τ-bench's airline as a module: its own schema beside the product's.</summary>
public sealed class AirlineModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "airline";

    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<Flight>(flight =>
        {
            flight.ToTable("flights", Schema).HasKey(f => f.Number);
            flight.Ignore(f => f.ArrivesNextDay);
            flight.HasMany(f => f.Days).WithOne().HasForeignKey(d => d.FlightNumber);
        });
        model.Entity<FlightDay>().ToTable("flight_days", Schema).HasKey(d => new { d.FlightNumber, d.Date });
        model.Entity<Flyer>(flyer =>
        {
            flyer.ToTable("users", Schema);
            Json(flyer.Property(u => u.Name));
            Json(flyer.Property(u => u.Address));
            Json(flyer.Property(u => u.PaymentMethods));
            Json(flyer.Property(u => u.SavedPassengers));
            Json(flyer.Property(u => u.Reservations));
        });
        model.Entity<Reservation>(reservation =>
        {
            reservation.ToTable("reservations", Schema);
            reservation.Ignore(r => r.Fare);
            reservation.Property(r => r.CreatedAt).HasColumnType("timestamp without time zone");
            Json(reservation.Property(r => r.Flights));
            Json(reservation.Property(r => r.Passengers));
            Json(reservation.Property(r => r.PaymentHistory));
        });
    }

    // Parts that are only ever read and replaced with their whole.
    private static void Json<T>(PropertyBuilder<T> property)
        where T : class =>
        property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, ToolJson.Options),
            text => JsonSerializer.Deserialize<T>(text, ToolJson.Options)!,
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, ToolJson.Options) == JsonSerializer.Serialize(right, ToolJson.Options),
                value => JsonSerializer.Serialize(value, ToolJson.Options).GetHashCode(StringComparison.Ordinal),
                value => value));
}
