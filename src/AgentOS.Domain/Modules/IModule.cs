using Microsoft.EntityFrameworkCore;

namespace AgentOS.Domain;

/// <summary>A part of the business with its own PostgreSQL schema. Each folder of the domain has one.</summary>
public interface IModule
{
    /// <summary>PostgreSQL schema, such as <c>crm</c>.</summary>
    string Schema { get; }

    /// <summary>Maps its entities. Tables and columns are named in snake_case by the session, money as two columns.</summary>
    void Map(ModelBuilder model);
}
