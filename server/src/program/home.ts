import { homedir } from "node:os";

// Imported before the rest: libraries ask for our home when they are loaded, and a user id without an entry in
// /etc/passwd, as containers have them, has none.
try {
  homedir();
} catch {
  process.env.HOME = "/";
}
