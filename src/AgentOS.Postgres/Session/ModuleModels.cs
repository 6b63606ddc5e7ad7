using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AgentOS.Postgres.Session;

/// <summary>Keeps a model per set of modules, for processes that hold several of them (a test run does).</summary>
internal sealed class ModuleModels : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), designTime, context is TenantDatabase tenant ? tenant.ModuleNames : "");
}
