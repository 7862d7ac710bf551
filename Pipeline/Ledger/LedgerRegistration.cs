using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Pipeline.Ledger;

internal static class LedgerRegistration
{
    public static IServiceCollection AddLedger(this IServiceCollection services) => services.AddSingleton<UploadLedger>();
}
