using System.Text.Json.Nodes;
using AgentOS.Airline.Recording;
using Npgsql;
using NpgsqlTypes;

namespace AgentOS.Airline.Replay;

/// <summary>
/// Fills in the data: the timetable once for all, and for each conversation the users and reservations around it.
/// The tools find records by exact id alone, so the others could not make a difference.
/// </summary>
internal static class AirlineSeed
{
    public static async Task TimetableAsync(NpgsqlConnection owner, AirlineData data)
    {
        await ExecuteAsync(owner, """
            insert into airline.flights
            select f->>'flight_number', f->>'origin', f->>'destination', f->>'scheduled_departure_time_est', f->>'scheduled_arrival_time_est'
            from jsonb_array_elements($1) f
            """, Json(data.Flights.Select(f => f.Value)));
        await ExecuteAsync(owner, """
            insert into airline.flight_days
            select f->>'flight_number', d.key, replace(d.value->>'status', ' ', '_'),
              (d.value->'available_seats'->>'basic_economy')::int, (d.value->'available_seats'->>'economy')::int, (d.value->'available_seats'->>'business')::int,
              (d.value->'prices'->>'basic_economy')::int, (d.value->'prices'->>'economy')::int, (d.value->'prices'->>'business')::int
            from jsonb_array_elements($1) f, jsonb_each(f->'dates') d
            """, Json(data.Flights.Select(f => f.Value)));
    }

    public static async Task TenantAsync(NpgsqlConnection owner, AirlineData data, RecordedConversation conversation, Guid tenant)
    {
        var (users, reservations) = data.Around(conversation);
        await ExecuteAsync(owner, """
            insert into airline.users
            select gen_random_uuid(), $2, 0, u->>'user_id', u->'name', u->'address', u->>'email', u->>'dob',
              u->'payment_methods', u->'saved_passengers', u->>'membership', u->'reservations'
            from jsonb_array_elements($1) u
            """, Json(users.Select(u => User(u, data.Users[u]!))), new NpgsqlParameter { Value = tenant });
        await ExecuteAsync(owner, """
            insert into airline.reservations
            select gen_random_uuid(), $2, 0, r->>'reservation_id', r->>'user_id', r->>'origin', r->>'destination', r->>'flight_type', r->>'cabin',
              r->'flights', r->'passengers', r->'payment_history', (r->>'created_at')::timestamp,
              (r->>'total_baggages')::int, (r->>'nonfree_baggages')::int, r->>'insurance', r->>'status'
            from jsonb_array_elements($1) r
            """, Json(reservations.Select(r => data.Reservations[r])), new NpgsqlParameter { Value = tenant });
    }

    /// <summary>With its id inside, and its payment methods in their order.</summary>
    private static JsonObject User(string id, JsonNode user)
    {
        var row = user.DeepClone().AsObject();
        row["user_id"] = id;
        row["payment_methods"] = new JsonArray([.. user["payment_methods"]!.AsObject().Select(m => m.Value!.DeepClone())]);
        return row;
    }

    private static NpgsqlParameter Json(IEnumerable<JsonNode?> records) => new()
    {
        Value = new JsonArray([.. records.Select(r => r!.DeepClone())]).ToJsonString(),
        NpgsqlDbType = NpgsqlDbType.Jsonb,
    };

    private static async Task ExecuteAsync(NpgsqlConnection owner, string sql, params NpgsqlParameter[] values)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        command.Parameters.AddRange(values);
        await command.ExecuteNonQueryAsync();
    }
}
