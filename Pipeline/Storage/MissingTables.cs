using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables.Models;

namespace CommunityDemand.Pipeline.Storage;

/// <summary>Queries of tables that may not exist yet.</summary>
internal static class MissingTables
{
    /// <summary>Rows, or pages of rows, of a query; empty where the table does not exist.</summary>
    public static async IAsyncEnumerable<T> WhileItExists<T>(
        this IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var row = rows.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await row.MoveNextAsync()) yield break;
            }
            catch (RequestFailedException missing) when (missing.ErrorCode == TableErrorCode.TableNotFound)
            {
                yield break;
            }

            yield return row.Current;
        }
    }
}
