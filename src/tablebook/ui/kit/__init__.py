"""The parts every screen is made of. One module per part; import the one you need, so that first paint stays light.

The look: `from tablebook.ui.theme import theme`, then `theme().px(8)`, `.font("body")`, `.metrics("small")`,
`.color("union_tint")`, `.set_scale(1.5)`, `.step_scale(+1)`, `.set_scheme("dark")`, `.apply(app)`, signal `.changed`.
Words and icons of stored codes: `tablebook.ui.words`. Sizes given to parts are pixels at 100 %; parts scale themselves.

label        Label(text, style, role, wrap) .set_look(style, role)   Icon(name, role, size) .set_icon   Panel(role)
             IconLine(icon, text, role, style, text_role, wrap) .set_line(icon, text, role)   Rule(vertical)
spacing      space(layout, (left, top, right, bottom), spacing) -> layout: gaps that follow the text scale
button       Button(text, icon, kind, key, size): default primary ghost plain danger private
             .set_words .set_working(verb) .set_reason(why) .reason() .set_key_shown(shown)
chip         Chip(text, icon, tone)  Chip.of_state(code, extra)  Chip.of_custody(code)
             ChipLook(text, icon, tone, height)  chip_size(look)  paint_chip(painter, top_left, look) -> width  TONES
state        paint_state(painter, rect, code, extra) -> width  state_text(code, extra)
party        PartyMark(side, size, letter)  paint_party_mark(painter, rect, side, letter, hollow)
             paint_pass_label(painter, rect, side, label) -> width  party_role(side)
progress     TaProgress(done, total)  paint_ta_cells(painter, rect, done, total) -> width  ta_width(done, total)
key_cap      KeyCap(text)  key_cap_size(text)  paint_key_cap(painter, top_left, text) -> width  CountPill(number)
segmented    Segmented([(key, words[, icon or party])], value, name) .value .set_value .set_text  changed(key)
field        Field(label, text, hint, placeholder, name) .edit .text() .set_text .set_error .set_frozen  changed(text)
             Titled(label, box, hint): another box under a label   LineEdit(text, lead, height): the box alone
text_field   TextField(label, text, hint, placeholder, lines, name): as Field
search_field SearchField(placeholder)  searched(text) entered(text) left_down()
drop_down    DropDown([(key, words)], value, label, name, size) .value .set_value .set_choices  changed(key)
choice       Check(text, on)  Radio(text, on)  paint_check(painter, rect, on, enabled)
card         Card(fill, line, margins, spacing) .body .set_outline(role, width)
scroll       ScrollArea(content)
message      MessageBar(over, above) .show_message(text, icon, role, action, act)
banner       Banner(head, text, icon, tone, action, rounded) .set_words  acted()
finding      FindingCard(title, text, icon, tone, show, way, way_icon) .add_action(widget) .set_selected
             shown() answered()
status_line  StatusLine() .set_record([Part(text, icon, role, loud)], action) .set_deadline(Part)  acted()
dialog       DialogShell(title, subtitle, width, cancel, parent) .body .set_side(widget, width) .set_title
             .set_footer(text, icon, role) .add_button(button) .set_main(words, icon) -> Button; open with .open()
timeline     PassTimeline() .set_points([TimelinePoint(...)], shown, TaPoint(...))  shown(id) compare(id) sent(id)
icons        pixmap(name, role, px, ratio)  icon(name, role, px)  paint_icon(painter, rect, name, role)
painting     box(painter, rect, radius, fill, line, width, dashed)  line_of_text(...) -> width  text_width(text, style)
             follow(widget): measure and paint again when the theme changes
app_icon     paint_app_icon(painter, rect)  app_icon()
announce     announce(widget, text, urgent): read aloud
focus        a widget with a class attribute `ring_radius` gets the ink ring when it has the keyboard
"""
