/* What all pages of the account share, on top of the stock server's util.js, whose functions the pages call by name.
   The functions of the same name below replace its own, for the sake of their words. */

/** The server's sentences that a person may meet, and ours: what happened, and what to do next. */
const sentences = [
  [/Invalid email\/password/, 'That e-mail and password do not belong together. Check both and try again.'],
  [/Old password is invalid/, 'The old password is not right. Nothing was changed; try again.'],
  [/already is a login/, 'This e-mail has an account already. Log in with it, or use another one.'],
  [/at least 1 login/, 'This is the only way left to log in, so it stays. Add another one first.'],
  [
    /already a resource|already exists|Pod creation failed/,
    'This name is taken or cannot be used. Try another one.'
  ],
  [/OIDC authentication flow/, 'This request has run out. Go back to the app and sign in again.'],
  [/fetch|NetworkError|Load failed/, 'The server did not answer. Nothing was changed; try again in a moment.']
];

/** @param {string} message */
function setError(message, errorId = 'error') {
  const known = sentences.find(([pattern]) => pattern.test(message));
  updateElement(errorId, known ? known[1] : message, { innerText: true });
}

function validatePasswordConfirmation(passwordId, formId = 'mainForm', confirmId = 'confirmPassword') {
  const form = new FormData(document.getElementById(formId));
  if (form.get(passwordId) !== form.get(confirmId)) {
    throw new Error('The two passwords are not the same. Type them again.');
  }
}

/** A button that removes the row it stands in, after asking. */
function createUrlDeleteElement(row, url, request, question, afterwards) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'plain';
  button.textContent = 'Remove';
  button.addEventListener('click', async () => {
    if (!confirm(question)) return;
    const answer = await fetch(url, request);
    if (answer.status >= 400) setError((await answer.json()).message);
    else {
      row.remove();
      if (afterwards) setError(afterwards);
    }
  });
  return button;
}

/** An address as people read it: no scheme, and of a space of the usual kind only where the space is. */
function readable(address) {
  return address.replace(/^https?:\/\//, '').replace(/\/(profile\/card#me)?$/, '');
}

/** One of several addresses to choose from; text only, since an address may come from anywhere. */
function addressChoice(address, chosen) {
  const label = document.createElement('label');
  label.className = 'choice';
  const input = Object.assign(document.createElement('input'), {
    type: 'radio',
    name: 'webId',
    value: address,
    required: true,
    checked: chosen
  });
  label.append(input, readable(address));
  return label;
}

/**
 * What a button does. Until then it is disabled: a press on a button that does nothing yet would be lost, and whoever
 * pressed it wait for ever. One press counts until it failed or the page is shown again.
 */
function onPress(id, act) {
  const button = document.getElementById(id);
  const ready = () => (button.disabled = false);
  ready();
  addEventListener('pageshow', ready);
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await act();
    } catch (error) {
      setError(error.message);
      ready();
    }
  });
}

function setRedirectClick(id, url) {
  onPress(id, () => (location.href = url));
}

/** What the server says, or its sentence as an error. */
async function answered(response) {
  const said = response.headers.get('content-type')?.includes('json') ? await response.json() : {};
  if (!response.ok)
    throw new Error(said.message ?? 'The server said no. Go back to the app and sign in again.');
  return said;
}

/** Answers the app that asked: no. */
async function cancelRequest(controls) {
  location.href = (await answered(await fetch(controls.oidc.cancel, { method: 'POST' }))).location;
}

/** The app that asks, as far as it can be told; the name is the app's own word, the addresses are not. */
function describeApp({ client, returnsTo }) {
  const where = returnsTo ? hostOf(returnsTo) : undefined;
  const id = /^https?:/.test(client.client_id) ? hostOf(client.client_id) : undefined;
  // An app that writes a novel, or turns the text around, stays a name on one line.
  const name = client.client_name
    ?.replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 60);
  return { name: name || where || id || 'An app', where: where ?? id, id };
}

function hostOf(address) {
  const { protocol, host, origin } = new URL(address);
  return origin === 'null' ? `${protocol}//${host}` : origin;
}

// A classic script, since the pages' own scripts run at once and call these by name.
Object.assign(window, {
  addressChoice,
  answered,
  cancelRequest,
  createUrlDeleteElement,
  describeApp,
  onPress,
  readable,
  setError,
  setRedirectClick,
  validatePasswordConfirmation
});
