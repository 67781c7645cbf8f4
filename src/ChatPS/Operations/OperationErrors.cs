namespace ChatPS.Operations;

/// <summary>What is said of an operation that isn't there.</summary>
internal static class OperationErrors
{
    public static ChatException Unknown(string id, string who, IEnumerable<string> nearest)
    {
        var near = string.Join(", ", nearest);
        return new ChatException(ChatErrorReason.NotFound, $"{who} no operation '{id}'.")
        {
            Advice = near.Length > 0 ? $"Perhaps {near} is meant; Get-ChatOperation -Search finds others." : "Get-ChatOperation -Search finds operations by words.",
        };
    }
}
