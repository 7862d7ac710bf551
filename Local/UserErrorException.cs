namespace CommunityDemand.Local;

/// <summary>Something the user can mend; its message says what and how, and is printed without a stack trace.</summary>
internal sealed class UserErrorException(string message, Exception? inner = null) : Exception(message, inner);
