using ChatPS.Client.Capabilities;

namespace ChatPS.Users;

/// <summary>Gathers users who come one by one, so that they are looked up together.</summary>
/// <typeparam name="T">What looks them up.</typeparam>
/// <param name="write">Looks up some users and writes what is found, in their order.</param>
internal sealed class UserBatch<T>(Action<T, UserRef[]> write) where T : class
{
    // As many as a platform takes in one request.
    private const int Size = 200;

    private readonly List<UserRef> _users = [];
    private T? _finder;

    public void Add(T finder, UserRef user)
    {
        if (_users.Count == Size || _finder != finder)
            Write();
        _finder = finder;
        _users.Add(user);
    }

    /// <summary>Writes those who were gathered until now.</summary>
    public void Write()
    {
        var users = _users.ToArray();
        _users.Clear();
        if (users.Length > 0)
            write(_finder!, users);
    }
}
