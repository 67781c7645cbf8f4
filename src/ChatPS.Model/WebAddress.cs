namespace ChatPS;

/// <summary>Addresses as they may be shown to anybody.</summary>
internal static class WebAddress
{
    /// <summary>An address without the user name and password that may be in it; what is no address stays as it is.</summary>
    public static string WithoutUser(string address) =>
        address.Contains('@', StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.UserInfo is { Length: > 0 } user
            ? address.Replace(user + "@", "", StringComparison.Ordinal)
            : address;
}
