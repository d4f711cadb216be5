package dev.tiankong.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** The users in the database. */
@ApplicationScoped
class UserStore implements IdentityStore {

  @PersistenceContext EntityManager entityManager;
  @Inject Passwords passwords;

  @Override
  public CredentialValidationResult validate(Credential credential) {
    if (!(credential instanceof UsernamePasswordCredential given)) {
      return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }
    User user = entityManager.find(User.class, given.getCaller());
    if (user == null) {
      passwords.matchNobody(given.getPasswordAsString());
      return CredentialValidationResult.INVALID_RESULT;
    }
    return passwords.matches(given.getPasswordAsString(), user.passwordHash())
        ? new CredentialValidationResult(given.getCaller(), Set.of(user.role().name()))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
