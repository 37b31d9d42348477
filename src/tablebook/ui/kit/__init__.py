"""The parts every screen is made of. One module per part; import the one you need, so that first paint stays light.

Get the look with `from tablebook.ui.theme import theme` (`theme().px(8)`, `.font("body")`, `.metrics("small")`,
`.color("union_tint")`, signal `.changed`); words and icons of stored codes with `tablebook.ui.words`.

label        Label(text, style, role, wrap)   Rule(vertical)   IconLine(icon, text, role, style)
button       Button(text, icon, kind, key, size)  .set_working(verb) .set_reason(why) .set_key_shown(bool)
chip         Chip(text, icon, tone)  paint_chip(painter, topleft, look) chip_size(look)  TONES
state        state_look(code, words)  paint_state(painter, rect, code) -> width   (with us as chip, others as line)
party        PartyMark(side)  paint_party_mark(painter, rect, side)  paint_pass_label(painter, rect, side, label)
progress     TaProgress(done, total)  paint_ta_cells(painter, rect, done, total, number_only) -> width
key_cap      KeyCap(text)  paint_key_cap   CountPill(number)
segmented    Segmented([(key, text)])  .value .set_value .set_text  signal changed(key)
field        Field(label, text, hint)  .edit .text() .set_text .set_error .set_frozen  signal changed(text)
             Titled(label, box, hint): another box under a label   LineEdit: the box alone
text_field   TextField(label, ...)  the same, several lines
search_field SearchField(placeholder)  signal searched(text)
drop_down    DropDown(label, [(key, text)])  .value .set_value .set_choices  signal changed(key)
choice       Check(text) Radio(text)
card         Card(tone)  a QFrame with .body layout
scroll       ScrollArea(widget)
message      MessageBar(window)  .show_message(text, icon, action, act)
banner       Banner(text, tone, icon, action)
finding      FindingCard(...)   signals shown, answered
status_line  StatusLine()  .set_left([...]) .set_right(...)
dialog       DialogShell(title, subtitle)  .body .set_footer .add_button .set_main
timeline     PassTimeline()  .set_points([...], shown, ta)  signals shown(id), compare(id)
icons        pixmap(name, role, px)  icon(name, role, px)  paint_icon(painter, rect, name, role)
app_icon     paint_app_icon(painter, rect)  app_icon()
announce     announce(widget, text): read aloud
"""
