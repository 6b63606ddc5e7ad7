using AgentOS.Domain;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AgentOS.Airline.Migrations;

/// <summary>The airline's tables. Users and reservations belong to a tenant; the timetable is public and read-only.</summary>
[Migration("20990101000000_Airline")]
internal sealed class AirlineTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.EnsureSchema("airline");
        migrationBuilder.Sql($"""
            create table airline.flights (
              number text primary key,
              origin text not null,
              destination text not null,
              departs text not null,
              arrives text not null
            );
            create index flights_route on airline.flights (origin, destination);
            create table airline.flight_days (
              flight_number text not null references airline.flights (number),
              date text not null,
              status text not null,
              basic_economy_seats integer,
              economy_seats integer,
              business_seats integer,
              basic_economy_price integer,
              economy_price integer,
              business_price integer,
              primary key (flight_number, date)
            );
            create table airline.users (
              id uuid primary key,
              tenant_id uuid not null,
              version integer not null,
              user_id text not null,
              name jsonb not null,
              address jsonb not null,
              email text not null,
              dob text not null,
              payment_methods jsonb not null,
              saved_passengers jsonb not null,
              membership text not null,
              reservations jsonb not null,
              unique (tenant_id, user_id)
            );
            create table airline.reservations (
              id uuid primary key,
              tenant_id uuid not null,
              version integer not null,
              number text not null,
              user_id text not null,
              origin text not null,
              destination text not null,
              flight_type text not null,
              cabin text not null,
              flights jsonb not null,
              passengers jsonb not null,
              payment_history jsonb not null,
              created_at timestamp not null,
              total_baggages integer not null,
              nonfree_baggages integer not null,
              insurance text not null,
              status text,
              unique (tenant_id, number),
              foreign key (tenant_id, user_id) references airline.users (tenant_id, user_id)
            );
            """);
        migrationBuilder.EnableTenantIsolation("airline", "users");
        migrationBuilder.EnableTenantIsolation("airline", "reservations");
        migrationBuilder.Sql($"grant select on airline.flights, airline.flight_days to {TenantIsolation.Role}");
    }
}
