using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Preferences;

/// <summary>A cmdlet that changes preferences: those of one user that come one after the other go in one request.</summary>
public abstract class PreferenceWriteCmdlet : WriteCmdlet
{
    // As many as there may be in a request that any server takes.
    private const int BatchSize = 100;

    private readonly List<PreferenceRef> _batch = [];
    private (IPreferences Preferences, UserIdentity? User)? _owner;

    private protected PreferenceWriteCmdlet()
    {
    }

    /// <summary>Whose it is: an id, a user name, an e-mail address or an object. Left out, yours.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("UserId", "UserName")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public UserIdentity? User { get; set; }

    /// <summary>What it is about, such as display_settings.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PreferenceCategoryCompleter))]
    public string? Category { get; set; }

    /// <summary>The names in the category.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string[]? Name { get; set; }

    /// <summary>Takes the preferences that are named.</summary>
    private protected void Gather(string action, string? value, bool force = false)
    {
        var preferences = Require<IPreferences>(User);
        if (_owner is { } owner && (owner.Preferences != preferences || owner.User?.Value != User?.Value))
            Flush();
        foreach (var name in Name!)
        {
            if (!Should($"{Category}/{name} of {User?.Display ?? "your account"}", action, force))
                continue;
            if (_batch.Count >= BatchSize)
                Flush();
            _owner = (preferences, User);
            _batch.Add(new PreferenceRef(Category!, name, value));
        }
    }

    private protected sealed override void Last() => Flush();

    /// <summary>Sends what was gathered of one user's.</summary>
    private protected abstract Task<object?> SendAsync(IPreferences preferences, UserRef user, IReadOnlyList<PreferenceRef> batch, CallContext context);

    private void Flush()
    {
        if (_owner is not { } owner || _batch.Count == 0)
            return;
        PreferenceRef[] batch = [.. _batch];
        _batch.Clear();
        _owner = null;
        Submit(owner.User?.Value, context => SendAsync(owner.Preferences, owner.User?.Ref ?? UserRef.Me, batch, context));
    }
}
